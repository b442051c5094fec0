package threeline.desk.people.web;

/** What the guard at the door tells apart by path. */
final class Paths {

    static final String SIGN_IN = "/sign-in";
    static final String CODE = "/sign-in/code";
    static final String FORGOTTEN = "/sign-in/forgotten";
    static final String PASSKEY = "/sign-in/passkey";
    static final String PASSKEY_OPTIONS = "/sign-in/passkey/options";
    static final String INVITATION = "/invitation/*";
    static final String RESET = "/reset/*";
    static final String PROVIDERS = "/sign-in/providers";
    static final String INVITATION_BY_PROVIDER = "/invitation/*/providers/*";
    static final String SECOND_STEP = "/account/second-step";
    static final String SIGNED_OUT = "/sign-in/providers/*/signed-out";
    static final String SIGN_OUT = "/sign-out";
    static final String PORTAL = "/portal";
    static final String PORTAL_SIGN_IN = "/portal/sign-in";
    static final String UNSUBSCRIBED = "/told/unsubscribed/*/*";
    static final String PORTAL_LINK = "/portal/in/*";

    static final String FILES = "/files/";

    private Paths() {}

    /** Pages for those who ask for help; a path below the desk's own. */
    static boolean isOfPortal(String path) {
        return path.equals(PORTAL) || path.startsWith(PORTAL + "/");
    }

    /** Files that are the same for everybody. */
    static boolean isAsset(String path) {
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.equals("/favicon.ico");
    }
}
