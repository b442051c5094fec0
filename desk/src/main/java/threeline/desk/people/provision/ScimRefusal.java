package threeline.desk.people.provision;

import org.jspecify.annotations.Nullable;

/** What can't be done, in the words of RFC 7644: a status, its kind where there is one, and a sentence. */
final class ScimRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String type;

    private ScimRefusal(int status, @Nullable String type, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
    }

    static ScimRefusal notFound() {
        return new ScimRefusal(404, null, "There is no such resource at this desk.");
    }

    static ScimRefusal invalid(String type, String detail) {
        return new ScimRefusal(400, type, detail);
    }

    static ScimRefusal taken(String detail) {
        return new ScimRefusal(409, "uniqueness", detail);
    }

    static ScimRefusal conflict(String detail) {
        return new ScimRefusal(409, "mutability", detail);
    }

    int status() {
        return status;
    }

    @Nullable
    String type() {
        return type;
    }
}
