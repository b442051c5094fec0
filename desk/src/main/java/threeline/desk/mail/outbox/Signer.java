package threeline.desk.mail.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import threeline.desk.content.Content;
import threeline.desk.mail.MimeReader;

/**
 * Signs what leaves (DKIM): by the current tenant's key for its sender's domain, else by the operator's where they named
 * that domain; other mail leaves as it is.
 */
@Component
@EnableConfigurationProperties(Signer.Settings.class)
class Signer {

    /** What a reader sees and what an answer goes by; each once more than it stands there, so that none can be added. */
    private static final String FIELDS = "from:from:to:subject:subject:date:message-id:in-reply-to:references:reply-to:"
            + "reply-to:auto-submitted:mime-version:content-type:list-unsubscribe:list-unsubscribe-post";

    private final Settings settings;
    private final SigningKeys own;
    private final @Nullable PrivateKey key;

    /** {@code key}: a file with an RSA key (PKCS 8, PEM), whose public half the domains publish under the selector. */
    @ConfigurationProperties("threeline.mail.dkim")
    record Settings(
            @Nullable String selector,
            @Nullable Path key,
            @DefaultValue List<String> domains) {}

    Signer(Settings settings, SigningKeys own) {
        this.settings = settings;
        this.own = own;
        this.key = settings.key() == null ? null : read(settings.key());
    }

    /** The field to stand above the mail; empty where nobody has a key for its sender's domain. */
    byte[] signature(Content raw) {
        return domain(raw)
                .flatMap(domain -> own.of(domain).or(() -> operators(domain)).map(it -> signed(domain, it, raw)))
                .orElse(new byte[0]);
    }

    private static Optional<String> domain(Content raw) {
        return MimeReader.senders(raw)
                .flatMap(it -> it.from().stream().findFirst())
                .map(it -> it.domain().toLowerCase(Locale.ROOT));
    }

    private Optional<SigningKeys.Signing> operators(String domain) {
        return key == null || settings.selector() == null || !settings.domains().contains(domain)
                ? Optional.empty()
                : Optional.of(new SigningKeys.Signing(settings.selector(), key));
    }

    private static byte[] signed(String domain, SigningKeys.Signing by, Content raw) {
        var template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
                .formatted(domain, by.selector(), FIELDS);
        try (var in = raw.open()) {
            var field = new DKIMSigner(template, by.key()).sign(in);
            return (field + "\r\n").getBytes(StandardCharsets.US_ASCII);
        } catch (IOException | FailException e) {
            throw new IllegalStateException("a mail could not be signed for " + domain, e);
        }
    }

    private static PrivateKey read(Path file) {
        try {
            var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("threeline.mail.dkim.key: no RSA key (PKCS 8, PEM) in " + file, e);
        }
    }
}
