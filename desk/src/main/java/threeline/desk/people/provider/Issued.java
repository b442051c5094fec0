package threeline.desk.people.provider;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each token has to say of itself: by whom, for us, and just now. */
class Issued extends DefaultJWTClaimsVerifier<SecurityContext> {

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int SKEW_SECONDS = 60;

    private final transient InstantSource time;

    Issued(Provider provider, Set<String> needed, InstantSource time) {
        super(
                provider.client(),
                new JWTClaimsSet.Builder().issuer(provider.issuer()).build(),
                needed);
        this.time = time;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
        return Date.from(time.instant());
    }

    @Override
    public void verify(JWTClaimsSet it, @Nullable SecurityContext context) throws BadJWTException {
        super.verify(it, context);
        var now = time.instant();
        var issued = it.getIssueTime().toInstant();
        if (issued.isAfter(now.plusSeconds(SKEW_SECONDS)) || issued.isBefore(now.minus(OLDEST))) {
            throw new BadJWTException("it was not issued just now");
        }
    }
}
