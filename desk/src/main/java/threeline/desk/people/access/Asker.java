package threeline.desk.people.access;

import java.util.EnumSet;
import java.util.Set;
import threeline.desk.people.Requester;

/** A requester who came in at the portal, in person. */
public record Asker(Requester requester) implements Principal {

    /** Only who belongs to an organization speaks for one. */
    @Override
    public Kind kind() {
        return requester.superUser() && requester.organization() != null ? Kind.SUPER_USER : Kind.REQUESTER;
    }

    @Override
    public Set<Scope> scopes() {
        return EnumSet.allOf(Scope.class);
    }

    @Override
    public Rights.Thing own() {
        return new Rights.Thing.OfRequester(requester.id());
    }

    @Override
    public String word() {
        return "requester " + requester.id().value();
    }

    @Override
    public String words() {
        return "%s <%s>".formatted(requester.name(), requester.email());
    }
}
