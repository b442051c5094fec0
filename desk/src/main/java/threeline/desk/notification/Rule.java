package threeline.desk.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody is told, by these ways and in this language.
 *
 * @param whom requester, agent, group, everyone, a role or group of the charter, or an agent's address
 * @param ways none where it is left to each
 * @param language the charter's word for it; empty where it says none
 */
record Rule(String whom, Set<Way> ways, String language) {

    static final String REQUESTER = "requester";
    static final String AGENT = "agent";
    static final String GROUP = "group";
    static final String EVERYONE = "everyone";

    /** What stands in the place of people where nobody is told. */
    static final String NOBODY = "nobody";

    /** How the desk reaches its own people; a requester is written to. */
    enum Way {
        APP,
        MAIL
    }

    static Rule of(String whom, Way... ways) {
        var all = EnumSet.noneOf(Way.class);
        all.addAll(List.of(ways));
        return new Rule(whom, all, "");
    }

    /** The charter's words: mail is mail, and whatever is on a screen is the app. */
    static Rule of(String whom, List<String> by, String language) {
        var all = EnumSet.noneOf(Way.class);
        by.forEach(it -> all.add(it.equals("email") || it.equals("mail") ? Way.MAIL : Way.APP));
        return new Rule(whom, all, language);
    }

    boolean isForRequester() {
        return whom.equals(REQUESTER);
    }
}
