package threeline.desk.people.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** An actor, as Spring Security carries one. What they may do is not asked of it, but of Rights. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;

    public SignedIn(Actor actor) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.actor = actor;
        setAuthenticated(true);
    }

    /** Who was let in with the request at hand, if anybody. */
    public static Optional<Actor> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in
                ? Optional.of(in.actor)
                : Optional.empty();
    }

    /** Whether whoever was let in with the request at hand may do that at the desk; nobody may nothing. */
    public static boolean may(Action what) {
        return current()
                .filter(actor -> Rights.may(actor, what, new Rights.Thing.OfDesk()))
                .isPresent();
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.agent().email();
    }
}
