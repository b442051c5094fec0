package threeline.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import threeline.testing.Certificate;
import threeline.testing.ProcurementDesk;

/** With a certificate of the operator's the desk speaks TLS itself, as docs/operators.md says how. */
class HttpsTest extends ProcurementDesk {

    static Certificate own;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @DynamicPropertySource
    static void a_certificate(DynamicPropertyRegistry options) throws Exception {
        own = Certificate.madeIn(Files.createTempDirectory("https"));
        options.add("server.ssl.bundle", () -> "desk");
        options.add("spring.ssl.bundle.pem.desk.reload-on-update", () -> "true");
        options.add(
                "spring.ssl.bundle.pem.desk.keystore.certificate",
                () -> own.certificate().toString());
        options.add(
                "spring.ssl.bundle.pem.desk.keystore.private-key",
                () -> own.key().toString());
    }

    @Test
    void pages_come_by_tls_and_their_cookies_go_by_it_alone() throws Exception {
        var page = get("https://localhost:%d/%s/sign-in".formatted(port, tenant.slug()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("Secure").startsWith("__Secure-"));
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void whoever_speaks_plainly_is_told_so_and_given_nothing() throws Exception {
        var page = get("http://localhost:%d/%s/sign-in".formatted(port, tenant.slug()));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void its_health_is_asked_for_on_loopback_as_before() throws Exception {
        assertThat(get("http://localhost:%d/actuator/health".formatted(management))
                        .statusCode())
                .isEqualTo(200);
    }

    HttpResponse<String> get(String url) throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }
    }

    static SSLContext trusting() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(own.store().toFile(), Certificate.PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
