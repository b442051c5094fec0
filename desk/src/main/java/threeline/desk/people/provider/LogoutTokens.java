package threeline.desk.people.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Believes a provider that somebody left it (OpenID Connect Back-Channel Logout), by a token that can be nothing else. */
@Component
class LogoutTokens {

    /** The specification only recommends a name of its own; what else is demanded no ID token has. */
    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null);

    private static final Set<String> OF_ID_TOKENS =
            Set.of("nonce", "at_hash", "c_hash", "auth_time", "acr", "amr", "azp");
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LONGEST = 255;

    private final InstantSource time;

    LogoutTokens(InstantSource time) {
        this.time = time;
    }

    /** Who left: one session there, or all as that subject. */
    record Left(
            String token,
            @Nullable String subject,
            @Nullable String sid) {}

    Left read(String token, Provider provider, Directory.Entry entry) throws IdTokens.Unbelievable {
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSTypeVerifier(TYPES);
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(entry.algorithms(), entry.keys()));
            processor.setJWTClaimsSetVerifier(new Expected(provider, time));
            var it = processor.process(token, null);
            return new Left(it.getJWTID(), it.getSubject(), it.getStringClaim("sid"));
        } catch (ParseException | BadJOSEException | JOSEException no) {
            throw new IdTokens.Unbelievable(String.valueOf(no.getMessage()));
        }
    }

    private static final class Expected extends Issued {

        Expected(Provider provider, InstantSource time) {
            super(provider, Set.of("iat", "exp", "jti", "events"), time);
        }

        @Override
        public void verify(JWTClaimsSet it, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(it, context);
            if (OF_ID_TOKENS.stream().anyMatch(claim -> it.getClaim(claim) != null)) {
                throw new BadJWTException("it is an ID token");
            }
            if (!(it.getClaim("events") instanceof Map<?, ?> events && events.get(EVENT) instanceof Map<?, ?>)) {
                throw new BadJWTException("it tells of something else");
            }
            if (it.getSubject() == null && it.getClaim("sid") == null) {
                throw new BadJWTException("it names nobody");
            }
            if (it.getJWTID().isBlank() || it.getJWTID().length() > LONGEST) {
                throw new BadJWTException("it has no id of its own");
            }
        }
    }
}
