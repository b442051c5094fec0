package threeline.desk.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;
import threeline.desk.tenant.Tenant;

/** A store beside the database that speaks as Amazon's S3 does: one object for each content of a desk, by its hash. */
@Component
@EnableConfigurationProperties(FileStore.Settings.class)
class FileStore implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] NOTHING = DigestUtils.sha256(new byte[0]);

    private final Settings settings;
    private final InstantSource time;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    FileStore(Settings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
    }

    /** {@code threeline.files.store}: the bucket's own address, and by whom it is entered. */
    @ConfigurationProperties("threeline.files.store")
    record Settings(
            @Nullable URI url,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String key,
            @DefaultValue("") String secret) {

        @Override
        public String toString() {
            return "Settings[%s]".formatted(url);
        }
    }

    boolean isThere() {
        return settings.url() != null;
    }

    void put(byte[] sha256, Content content) {
        var body = content.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content::open), content.size());
        require(2, send("PUT", sha256, sha256, body));
    }

    void remove(byte[] sha256) {
        require(2, send("DELETE", sha256, NOTHING, BodyPublishers.noBody()));
    }

    /** What comes back is what was kept: of anything else there is no end, and of small files nothing at all. */
    InputStream open(byte[] sha256, long size) {
        var answer = send("GET", sha256, NOTHING, BodyPublishers.noBody());
        if (answer.statusCode() != 200) {
            close(answer);
            throw new Unwilling("the file store answers %d".formatted(answer.statusCode()));
        }
        return new CheckedStream(answer.body(), sha256, size);
    }

    private static void require(int hundreds, HttpResponse<InputStream> answer) {
        close(answer);
        if (answer.statusCode() / 100 != hundreds) {
            throw new Unwilling("the file store answers %d".formatted(answer.statusCode()));
        }
    }

    private static void close(HttpResponse<InputStream> answer) {
        try {
            answer.body().close();
        } catch (IOException gone) {
            // nobody reads it any more
        }
    }

    private HttpResponse<InputStream> send(String method, byte[] sha256, byte[] bodySha256, BodyPublisher body) {
        var url = address(sha256);
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).method(method, body);
        var by = new S3Signature.By(settings.region(), settings.key(), settings.secret());
        S3Signature.headers(by, new S3Signature.Matter(method, url, bodySha256), time.instant())
                .forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new Unwilling("the file store can't be reached: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unwilling("interrupted");
        }
    }

    /** A desk's own folder, and of the file nothing but its hash. */
    private URI address(byte[] sha256) {
        var base = String.valueOf(settings.url()).replaceFirst("/+$", "");
        return URI.create(
                "%s/%s/%s".formatted(base, Tenant.current().id(), HexFormat.of().formatHex(sha256)));
    }

    /** It did not take or give a file; whoever asked for that tries again. */
    static final class Unwilling extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unwilling(String why) {
            super(why);
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
