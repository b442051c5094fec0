package threeline.promises.charter;

import java.util.List;
import java.util.Set;
import threeline.promises.source.Form;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Names.Sort;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;
import threeline.promises.tier.Group;
import threeline.promises.tier.Outside;
import threeline.promises.tier.Skills;

/** Reads one group. */
final class GroupReader {

    /** A group with what earlier versions called it. */
    record Declared(Group group, List<String> was) {}

    private static final Key<String> NAME = Key.of("name", Scalars.TEXT, "what people call it; else its key");
    private static final Key<String> TIER =
            Key.of("tier", Scalars.name(Sort.TIER), "the tier it works on; else the first");
    private static final Key<String> COVERS =
            Key.of("covers", Scalars.name(Sort.CALENDAR), "the calendar on which it is on watch; else always");
    private static final Key<List<String>> SPEAK =
            Key.of("speak", Kinds.some(Scalars.TEXT), "languages it speaks; else the charter's first");
    private static final Key<List<String>> KNOW =
            Key.of("know", Kinds.some(Scalars.name(Sort.KNOWLEDGE)), "applications and categories it knows in detail");
    private static final Key<List<String>> SEVERITIES =
            Key.of("severities", Kinds.some(Scalars.name(Sort.SEVERITY)), "the only severities that it takes");
    private static final Key<List<String>> PEOPLE =
            Key.of("people", Kinds.some(Scalars.TEXT), "its people, where calls are made to them by name");
    private static final Key<String> OUTSIDE =
            Key.of("outside", Scalars.TEXT, "the organization whose people it is made of");
    private static final Key<Outside.Sees> SEES = Key.of(
            "sees",
            Scalars.word(Outside.Sees.class),
            "whose tickets an outside group sees; else its own organization's");
    private static final Key<Group.Rights> RIGHTS = Key.of(
            "rights",
            Scalars.word(Group.Rights.class),
            "on-watch where its people have their rights at the desk on its watch alone; else always");
    private static final Key<List<String>> WAS =
            Key.of("was", Kinds.some(Scalars.TEXT), "what earlier versions of the charter called it");

    static final Section SECTION = Section.of(
            "a group",
            "a team with one queue",
            NAME,
            TIER,
            COVERS,
            SPEAK,
            KNOW,
            SEVERITIES,
            PEOPLE,
            OUTSIDE,
            SEES,
            RIGHTS,
            WAS);

    static final Kind<Declared> GROUP = Kinds.section(SECTION, GroupReader::group);

    private GroupReader() {}

    private static Declared group(Form form) {
        var skills = new Skills(
                Set.copyOf(form.get(SPEAK, List.of())),
                Set.copyOf(form.get(KNOW, List.of())),
                Set.copyOf(form.get(SEVERITIES, List.of())));
        var organization = form.get(OUTSIDE);
        var sees = form.get(SEES, Outside.Sees.OWN_ORGANIZATION);
        var group = new Group(
                form.name(),
                form.get(NAME, form.name()),
                form.get(TIER, ""),
                form.get(COVERS),
                skills,
                form.get(PEOPLE, List.of()),
                organization == null ? null : new Outside(organization, sees),
                form.get(RIGHTS, Group.Rights.ALWAYS));
        return new Declared(group, form.get(WAS, List.of()));
    }
}
