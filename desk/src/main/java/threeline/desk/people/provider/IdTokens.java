package threeline.desk.people.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes what a provider signed: for us, just now, in answer to what this browser asked; and nothing else. */
@Component
class IdTokens {

    private static final int LONGEST_SUBJECT = 255;
    private static final int MOST_GROUPS = 1000;

    private final InstantSource time;

    IdTokens(InstantSource time) {
        this.time = time;
    }

    /** It is not to be believed, and why. */
    static final class Unbelievable extends Exception {

        private static final long serialVersionUID = 1;

        Unbelievable(String why) {
            super(why);
        }
    }

    Claims read(String token, Provider provider, Directory.Entry entry, String nonce) throws Unbelievable {
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(entry.algorithms(), entry.keys()));
            processor.setJWTClaimsSetVerifier(new Expected(provider, nonce, time));
            return claims(processor.process(token, null), provider);
        } catch (ParseException | BadJOSEException | JOSEException no) {
            throw new Unbelievable(String.valueOf(no.getMessage()));
        }
    }

    /** What is told of somebody and signed: by the same keys, for us. What is locked besides can't be read here. */
    JWTClaimsSet told(String token, Provider provider, Directory.Entry entry) throws Unbelievable {
        if (token.chars().filter(it -> it == '.').count() != 2) {
            throw new Unbelievable("what it tells is encrypted; have it tell in the clear, or signed");
        }
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(entry.algorithms(), entry.keys()));
            processor.setJWTClaimsSetVerifier((it, _) -> {
                if (!provider.issuer().equals(it.getIssuer())
                        || !it.getAudience().contains(provider.client())) {
                    throw new BadJWTException("what it tells is another's, or for another client");
                }
            });
            return processor.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException no) {
            throw new Unbelievable(String.valueOf(no.getMessage()));
        }
    }

    static Claims claims(JWTClaimsSet it, Provider provider) throws ParseException {
        var email = it.getStringClaim("email");
        var sure = isTrue(it.getClaim("email_verified")) || isTrue(it.getClaim("xms_edov"));
        var name = it.getStringClaim("name");
        return new Claims(
                provider.issuer(),
                it.getSubject(),
                name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip(),
                sure ? email : null,
                groups(it.getClaim(provider.rules().groupsClaim())),
                it.getClaim("sid") instanceof String sid && sid.length() <= LONGEST_SUBJECT ? sid : null,
                it.getClaim("amr") instanceof Collection<?> ways && ways.contains("mfa"));
    }

    /** Some providers send it as words; anything but a plain yes is none. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private static Set<String> groups(@Nullable Object claim) {
        return switch (claim) {
            case String one -> Set.of(one);
            case Collection<?> many ->
                many.stream()
                        .limit(MOST_GROUPS)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }

    /** From whom, for whom, when, and in answer to what. */
    private static final class Expected extends Issued {

        private final Provider provider;
        private final String nonce;

        Expected(Provider provider, String nonce, InstantSource time) {
            super(provider, Set.of("sub", "iat", "exp", "nonce"), time);
            this.provider = provider;
            this.nonce = nonce;
        }

        @Override
        public void verify(JWTClaimsSet it, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(it, context);
            if (!isEqual(nonce, it.getClaim("nonce"))) {
                throw new BadJWTException("it answers another question");
            }
            var party = it.getClaim("azp");
            if ((it.getAudience().size() > 1 || party != null)
                    && !provider.client().equals(party)) {
                throw new BadJWTException("it was given to another client");
            }
            if (it.getSubject().isBlank() || it.getSubject().length() > LONGEST_SUBJECT) {
                throw new BadJWTException("it names nobody");
            }
        }

        private static boolean isEqual(String nonce, @Nullable Object shown) {
            return shown instanceof String text && MessageDigest.isEqual(nonce.getBytes(UTF_8), text.getBytes(UTF_8));
        }
    }
}
