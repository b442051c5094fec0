package threeline.promises.tier;

import java.util.Set;

/** What a group can do: languages it speaks, applications and categories it knows, severities it takes (none: all). */
public record Skills(Set<String> speak, Set<String> know, Set<String> severities) {

    public static final Skills ANY = new Skills(Set.of(), Set.of(), Set.of());

    public Skills {
        speak = Set.copyOf(speak);
        know = Set.copyOf(know);
        severities = Set.copyOf(severities);
    }

    /** Where it doesn't say what it speaks, it speaks what the desk does. */
    boolean speaks(String wanted, String desks) {
        return speak.isEmpty() ? wanted.equals(desks) : speak.contains(wanted);
    }

    /** Whether it knows any of these. */
    boolean knows(Set<String> any) {
        for (var each : any) {
            if (know.contains(each)) {
                return true;
            }
        }
        return false;
    }

    public boolean takes(String severity) {
        return severities.isEmpty() || severities.contains(severity);
    }
}
