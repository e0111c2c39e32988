package vn.congkhai;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.congkhai.typeset.Assets;

/// Plays the service's part before a browser: with the real one's pages, scripts and styles, but in
/// whatever state a test wants it, and away and back on the same port in no time.
final class Understudy implements AutoCloseable {
  /// What it does with requests.
  enum Mood {
    ANSWERS,
    /// takes them and says nothing, on lines that are open too
    SILENT,
    /// has no such page, and says so
    MISSING,
    UNAVAILABLE,
    /// every page and file is somebody else's
    PORTAL
  }

  private record Taken(int status, Buffer body, HttpHeaders headers) {}

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final List<String> HEADERS =
      List.of("Content-Type", "Cache-Control", "Service-Worker-Allowed", "Content-Security-Policy");

  private final Vertx vertx = Vertx.vertx();
  private final Service service;
  private final Map<String, Taken> taken = new ConcurrentHashMap<>();
  private final Set<HttpServerResponse> lines = ConcurrentHashMap.newKeySet();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private @Nullable HttpServer server;
  private int port;

  private volatile Mood mood = Mood.ANSWERS;
  private volatile String program = Assets.version();
  private final AtomicLong version = new AtomicLong(1);
  private volatile Instant now = Service.MORNING;
  private volatile UnaryOperator<String> page = html -> html;
  private volatile Predicate<String> lost = _ -> false;

  private Understudy(Service service) {
    this.service = service;
  }

  /// @param service whose pages it has learnt; each is asked for once
  static Understudy of(Service service) {
    Understudy understudy = new Understudy(service);
    understudy.begin();
    return understudy;
  }

  String at(String path) {
    return "http://localhost:" + port + path;
  }

  /// Comes on, where it was before.
  void begin() {
    HttpServer fresh = vertx.createHttpServer().requestHandler(this::answer);
    port = fresh.listen(port, "127.0.0.1").await().actualPort();
    server = fresh;
  }

  /// Goes away with all its lines, as a killed process does.
  void end() {
    requireNonNull(server).close().await();
    lines.clear();
  }

  void is(Mood mood) {
    this.mood = mood;
  }

  /// Another program from now on; its pages and events say so.
  void upgrade(String program) {
    this.program = program;
  }

  /// What becomes of every page.
  void pages(UnaryOperator<String> page) {
    this.page = page;
  }

  /// Requests whose path is one of these fail from now on.
  void loses(Predicate<String> path) {
    lost = path;
  }

  /// The service's clock, which stands.
  void clock(Instant now) {
    this.now = now;
  }

  long version() {
    return version.get();
  }

  /// A newer board: everybody is told.
  void publish() {
    version.incrementAndGet();
    tell();
  }

  /// Everybody is told where the board stands.
  void tell() {
    if (mood != Mood.SILENT) {
      lines.forEach(line -> line.write(event()));
    }
  }

  private String event() {
    return "event: board\nid: %d\ndata: {\"version\":%d,\"generatedAt\":\"%s\",\"now\":\"%s\",\"program\":\"%s\"}\n\n"
        .formatted(version(), version(), generated(), now, program);
  }

  private Instant generated() {
    return Service.MORNING.plusSeconds(version());
  }

  int lines() {
    return lines.size();
  }

  /// Targets of all requests since the last time it was asked.
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private void answer(HttpServerRequest request) {
    asked.add(request.uri());
    HttpServerResponse response = request.response();
    if (lost.test(requireNonNull(request.path()))) {
      var _ = response.setStatusCode(502).end();
      return;
    }
    switch (mood) {
      case SILENT -> {}
      case PORTAL ->
          response
              .putHeader("Content-Type", "text/html")
              .end("<!DOCTYPE html><html><main>Sign in to the network</main></html>");
      case UNAVAILABLE -> response.setStatusCode(503).end("<h1>Service Unavailable</h1>");
      case MISSING, ANSWERS -> play(request, response);
    }
  }

  private void play(HttpServerRequest request, HttpServerResponse response) {
    String path = requireNonNull(request.path());
    if (path.equals("/events")) {
      response.setChunked(true).putHeader("Content-Type", "text/event-stream").write(event());
      lines.add(response);
      response.exceptionHandler(_ -> lines.remove(response));
      response.closeHandler(_ -> lines.remove(response));
    } else if (path.equals("/events/drawn")) {
      response.setStatusCode(204).end();
    } else {
      String wanted = isPage(path) && mood == Mood.MISSING ? nowhere(path) : request.uri();
      vertx.executeBlocking(() -> learn(wanted), false).onSuccess(it -> send(it, request));
    }
  }

  private void send(Taken it, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    String path = requireNonNull(request.path());
    HEADERS.forEach(
        name -> it.headers().firstValue(name).ifPresent(value -> response.putHeader(name, value)));
    if (path.startsWith("/static/") && !path.contains(program)) {
      response.putHeader("Cache-Control", "no-cache");
    }
    response.setStatusCode(it.status());
    response.end(
        isPage(path) ? Buffer.buffer(page.apply(asOfNow(it.body().toString()))) : it.body());
  }

  private static boolean isPage(String path) {
    return !path.startsWith("/static/") && !path.startsWith("/qr");
  }

  private static String nowhere(String path) {
    return (path.startsWith("/kiosk") ? "/kiosk" : "") + "/board/nowhere";
  }

  private String asOfNow(String html) {
    return html.replaceFirst("data-version=\"\\d+\"", "data-version=\"" + version() + "\"")
        .replaceFirst("data-generated-at=\"[^\"]+\"", "data-generated-at=\"" + generated() + "\"")
        .replaceFirst("data-now=\"[^\"]+\"", "data-now=\"" + now + "\"")
        .replace("/static/" + Assets.version() + "/", "/static/" + program + "/")
        .replace("data-assets=\"" + Assets.path(), "data-assets=\"/static/" + program);
  }

  private Taken learn(String target) throws IOException, InterruptedException {
    String real = target.replaceFirst("^/static/[0-9a-f]{8}/", Assets.path() + "/");
    Taken known = taken.get(real);
    if (known == null) {
      HttpResponse<byte[]> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(service.publicly(real))).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      known = new Taken(answer.statusCode(), Buffer.buffer(answer.body()), answer.headers());
      taken.put(real, known);
    }
    return known;
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
