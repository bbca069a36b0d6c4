package io.github.invoicingsdk.benchmarks.peer;

import com.google.gson.JsonElement;
import io.github.invoicingsdk.benchmarks.handwritten.HandWrittenClient;
import io.github.invoicingsdk.benchmarks.handwritten.PlainEnvelopes;
import io.github.invoicingsdk.benchmarks.handwritten.PlainNewSequence;
import java.io.IOException;
import java.net.URI;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Retrofit on OkHttp, with the types of the hand-written client. */
final class RetrofitPeer implements Peer {

  private final OkHttpClient http;
  private final Api api;

  RetrofitPeer(URI baseUrl) {
    this.http =
        OkHttp.client()
            .newBuilder()
            .addInterceptor(chain -> chain.proceed(withKey(chain.request())))
            .build();
    this.api =
        new Retrofit.Builder()
            .baseUrl(baseUrl + "/")
            .client(http)
            .addConverterFactory(GsonConverterFactory.create(HandWrittenClient.GSON))
            .build()
            .create(Api.class);
  }

  @Override
  public Object getSequence(long id) throws IOException {
    return send(api.getSequence(id)).sequence();
  }

  @Override
  public Object createSequence(String serie) throws IOException {
    return send(api.createSequence(
            new PlainEnvelopes.OfNewSequence(new PlainNewSequence(serie, true))))
        .sequence();
  }

  @Override
  public Object clients(int page, int perPage) throws IOException {
    return send(api.clients(page, perPage)).clients();
  }

  @Override
  public JsonElement asJson(Object value) {
    return HandWrittenClient.GSON.toJsonTree(value);
  }

  @Override
  public void close() {
    OkHttp.close(http);
  }

  private static Request withKey(Request request) {
    return request
        .newBuilder()
        .url(request.url().newBuilder().addQueryParameter("api_key", API_KEY).build())
        .build();
  }

  private static <T> T send(Call<T> call) throws IOException {
    Response<T> response = call.execute();
    T body = response.body();
    if (!response.isSuccessful() || body == null) {
      throw new IOException("status " + response.code());
    }
    return body;
  }

  /** The operations, as Retrofit wants them described. */
  private interface Api {

    @Headers({"Accept: application/json", "User-Agent: retrofit"})
    @GET("sequences/{id}.json")
    Call<PlainEnvelopes.OfSequence> getSequence(@Path("id") long id);

    @Headers({"Accept: application/json", "User-Agent: retrofit"})
    @POST("sequences.json")
    Call<PlainEnvelopes.OfSequence> createSequence(@Body PlainEnvelopes.OfNewSequence sequence);

    @Headers({"Accept: application/json", "User-Agent: retrofit"})
    @GET("clients.json")
    Call<PlainEnvelopes.OfClients> clients(@Query("page") int page, @Query("per_page") int perPage);
  }
}
