package io.github.invoicingsdk.idoklad;

import java.time.LocalDate;
import java.util.Locale;

/** One piece of a number format: text that stays, a part of the date, or the serial number. */
sealed interface NumberFormatPart {

  /** Returns what this piece contributes to the number of a document. */
  String render(LocalDate date, long serial);

  /** Text that is copied as it is. */
  record Literal(String text) implements NumberFormatPart {
    @Override
    public String render(LocalDate date, long serial) {
      return text;
    }
  }

  /** The serial number, padded with zeros to a width and never cut. */
  record Serial(int width) implements NumberFormatPart {
    @Override
    public String render(LocalDate date, long serial) {
      return pad(serial, width);
    }
  }

  /** A part of the date. */
  enum DatePart implements NumberFormatPart {
    RR {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getYear() % 100, 2);
      }
    },
    RRRR {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getYear(), 4);
      }
    },
    M {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getMonthValue(), 1);
      }
    },
    MM {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getMonthValue(), 2);
      }
    },
    D {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getDayOfMonth(), 1);
      }
    },
    DD {
      @Override
      public String render(LocalDate date, long serial) {
        return pad(date.getDayOfMonth(), 2);
      }
    }
  }

  private static String pad(long value, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", value);
  }
}
