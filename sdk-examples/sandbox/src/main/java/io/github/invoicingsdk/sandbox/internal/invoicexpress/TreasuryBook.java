package io.github.invoicingsdk.sandbox.internal.invoicexpress;

import io.github.invoicingsdk.sandbox.Treasury;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients owe apart from their documents, and what changed it. */
final class TreasuryBook implements Treasury {
  private final Map<Long, InitialBalance> initialBalances = new HashMap<>();
  private final List<Regularization> regularizations = new ArrayList<>();
  private final List<Movement> movements = new ArrayList<>();
  private long nextRegularizationId = 1;
  private long nextMovementId = 1;
  private boolean failAppliedDeletes;

  synchronized void clear() {
    initialBalances.clear();
    regularizations.clear();
    movements.clear();
  }

  @Override
  public synchronized BigDecimal balance(long clientId) {
    BigDecimal balance = remaining(clientId);
    for (Movement movement : movements) {
      if (movement.clientId == clientId) {
        balance =
            movement.reimbursement ? balance.add(movement.value) : balance.subtract(movement.value);
      }
    }
    return balance;
  }

  @Override
  public synchronized List<Long> movements(long clientId) {
    return movements.stream()
        .filter(movement -> movement.clientId == clientId)
        .map(Movement::id)
        .toList();
  }

  @Override
  public synchronized void failAppliedDeletes(boolean fail) {
    failAppliedDeletes = fail;
  }

  synchronized boolean failsAppliedDeletes() {
    return failAppliedDeletes;
  }

  synchronized void initialBalance(long clientId, InitialBalance balance) {
    initialBalances.put(clientId, balance);
  }

  synchronized InitialBalance initialBalance(long clientId) {
    return initialBalances.getOrDefault(clientId, InitialBalance.NONE);
  }

  /** What is left of the initial balance. */
  synchronized BigDecimal remaining(long clientId) {
    BigDecimal remaining = initialBalance(clientId).value();
    for (Regularization regularization : regularizations(clientId)) {
      remaining = remaining.subtract(regularization.value());
    }
    return remaining;
  }

  synchronized List<Regularization> regularizations(long clientId) {
    return regularizations.stream()
        .filter(regularization -> regularization.clientId == clientId)
        .toList();
  }

  synchronized Regularization regularize(
      long clientId, BigDecimal value, LocalDate date, @Nullable String observation) {
    Regularization regularization =
        new Regularization(nextRegularizationId++, clientId, value, date, observation);
    regularizations.add(regularization);
    return regularization;
  }

  synchronized boolean removeRegularization(long clientId, long id) {
    return regularizations.removeIf(
        regularization -> regularization.clientId == clientId && regularization.id == id);
  }

  synchronized void move(long clientId, boolean reimbursement, BigDecimal value) {
    movements.add(new Movement(nextMovementId++, clientId, reimbursement, value));
  }

  synchronized boolean removeMovement(long clientId, long id) {
    return movements.removeIf(movement -> movement.clientId == clientId && movement.id == id);
  }

  /** What a client owed before the account began. */
  record InitialBalance(BigDecimal value, LocalDate date, @Nullable String observation) {
    static final InitialBalance NONE = new InitialBalance(BigDecimal.ZERO, LocalDate.EPOCH, null);
  }

  /** A part of the initial balance that is settled. */
  record Regularization(
      long id, long clientId, BigDecimal value, LocalDate date, @Nullable String observation) {}

  private record Movement(long id, long clientId, boolean reimbursement, BigDecimal value) {}
}
