package threeline.desk.intake.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import threeline.testing.Certificate;
import threeline.testing.DeskTest;

/** Whoever brings mail may encrypt first; what was said before that is forgotten. */
@DeskTest
class EncryptedDoorTest {

    @Autowired
    Reception.Staff staff;

    @TempDir
    Path folder;

    SmtpDoor door;

    @BeforeEach
    void a_door_with_a_certificate() throws Exception {
        var own = Certificate.madeIn(folder);
        door = new SmtpDoor(
                new SmtpDoor.Settings(0, "127.0.0.1", "localhost", List.of(), own.certificate(), own.key()), staff);
        door.open();
    }

    @AfterEach
    void close() {
        door.destroy();
    }

    @Test
    void what_is_slipped_in_before_encryption_is_not_heard_after_it() throws Exception {
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            plain.setSoTimeout(20_000);
            var in = reader(plain);
            in.readLine();
            assertThat(say(plain, in, "EHLO x\r\n")).contains("STARTTLS");
            assertThat(say(plain, in, "STARTTLS\r\nHELP\r\nMAIL FROM:<evil@x.example>\r\n"))
                    .startsWith("220");
            var encrypted = encrypted(plain);
            var secret = reader(encrypted);
            assertThat(say(encrypted, secret, "EHLO x\r\n"))
                    .startsWith("250-localhost")
                    .doesNotContain("STARTTLS");
            assertThat(say(encrypted, secret, "RCPT TO:<a@b.example>\r\n")).startsWith("503");
        }
    }

    private static SSLSocket encrypted(Socket plain) throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        socket.startHandshake();
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static String say(Socket socket, BufferedReader in, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        var answer = new StringBuilder();
        String line;
        do {
            line = in.readLine();
            answer.append(line).append('\n');
        } while (line != null && line.length() > 3 && line.charAt(3) == '-');
        return answer.toString();
    }

    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
