package threeline.desk.people.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever was let in, as Spring Security carries one. What they may do is not asked of it, but of Rights. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Principal who;
    private final transient @Nullable Secret session;

    /** A program, by the token that came along. */
    public SignedIn(Principal who) {
        this(who, null);
    }

    /** Somebody in person, by the session of their browser. */
    public SignedIn(Principal who, @Nullable Secret session) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.who = who;
        this.session = session;
        setAuthenticated(true);
    }

    /** The session that the request at hand came with, if any did. */
    public static Optional<Secret> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in
                ? Optional.ofNullable(in.session)
                : Optional.empty();
    }

    /** Who was let in with the request at hand, if anybody. */
    public static Optional<Principal> principal() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn in
                ? Optional.of(in.who)
                : Optional.empty();
    }

    /** The same, where it is one of the desk's own people, or a program of theirs. */
    public static Optional<Actor> current() {
        return principal().filter(Actor.class::isInstance).map(Actor.class::cast);
    }

    /** Whether whoever was let in with the request at hand may do that at the desk; nobody may nothing. */
    public static boolean may(Action what) {
        return current()
                .filter(actor -> Rights.may(actor, what, new Rights.Thing.OfDesk()))
                .isPresent();
    }

    @Override
    public Principal getPrincipal() {
        return who;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return who.word();
    }
}
