package threeline.desk.people.web;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.Agent;
import threeline.desk.people.AgentId;
import threeline.desk.people.Agents;
import threeline.desk.people.Crew;
import threeline.desk.people.Crews;
import threeline.desk.people.Languages;
import threeline.desk.people.Organization;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Organizations;
import threeline.desk.people.Positions;
import threeline.desk.people.Posting;
import threeline.desk.people.Postings;
import threeline.desk.people.Role;

/** Puts the pages of those who help together, in the charter's words. */
@Component
@Transactional(readOnly = true)
class AgentPages {

    private final Agents agents;
    private final Crews crews;
    private final Postings postings;
    private final Organizations organizations;
    private final Positions positions;

    AgentPages(Agents agents, Crews crews, Postings postings, Organizations organizations, Positions positions) {
        this.agents = agents;
        this.crews = crews;
        this.postings = postings;
        this.organizations = organizations;
        this.positions = positions;
    }

    AgentsView list(String query) {
        var wanted = query.toLowerCase(Locale.ROOT);
        var members = crews.now().members();
        var outside = organizations(members.stream().flatMap(it -> Stream.ofNullable(it.organization())));
        var rows = members.stream()
                .map(it -> row(it, outside))
                .filter(it -> isFound(it, wanted))
                .sorted(Comparator.comparing(AgentsView.Row::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new AgentsView(query, rows);
    }

    private AgentsView.Row row(Crew.Member it, Map<OrganizationId, Organization> outside) {
        var of = outside.get(it.organization());
        return new AgentsView.Row(
                it.id().value(),
                it.agent().name(),
                it.agent().email(),
                title(it.agent().role()),
                names(groups(), it.groups()),
                names(parts(), it.parts()),
                of == null ? null : of.name());
    }

    private static boolean isFound(AgentsView.Row it, String wanted) {
        return Stream.of(List.of(it.name(), it.email(), it.role()), it.groups(), it.parts())
                .flatMap(List::stream)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    AgentView one(AgentId id, AgentView.Kept kept) {
        var agent = agents.get(id);
        var posting = postings.of(id);
        var crew = crews.now();
        var known = organizations(Stream.concat(
                Stream.ofNullable(agent.organization()),
                crew.charges().keySet().stream().map(Crew.Charge::organization)));
        var of = agent.organization() == null ? null : known.get(agent.organization());
        return new AgentView(
                agent,
                of == null ? null : of.name(),
                kept,
                roles(agent),
                tiers(posting, of == null ? null : of.key()),
                choices(parts(), posting.parts()),
                languages(posting),
                charges(id, crew, known));
    }

    private static List<AgentView.Choice> roles(Agent agent) {
        return Arrays.stream(Role.values())
                .map(it -> new AgentView.Choice(
                        it.name().toLowerCase(Locale.ROOT), title(it), it == agent.role(), about(it)))
                .toList();
    }

    /** Those where the agent could be; what the charter has dropped since comes last. */
    private List<AgentView.Tier> tiers(Posting posting, @Nullable String organization) {
        var byTier = positions.groups().stream()
                .filter(it -> Objects.equals(it.outside(), organization))
                .collect(groupingBy(Positions.Group::tier, LinkedHashMap::new, java.util.stream.Collectors.toList()));
        var tiers = new ArrayList<AgentView.Tier>();
        byTier.forEach((tier, groups) -> tiers.add(new AgentView.Tier(
                tier,
                groups.stream()
                        .map(it -> new AgentView.Choice(
                                it.id(), it.name(), posting.groups().contains(it.id()), null))
                        .toList())));
        var gone = gone(groups(), posting.groups());
        if (!gone.isEmpty()) {
            tiers.add(new AgentView.Tier("Not in the charter any more", gone));
        }
        return tiers;
    }

    private List<AgentView.Choice> languages(Posting posting) {
        var own = positions.languages().getFirst();
        var desks = new AgentView.Choice("", "As the desk: " + Languages.name(own), posting.language() == null, null);
        var others = positions.languages().stream()
                .map(it -> new AgentView.Choice(it, Languages.name(it), it.equals(posting.language()), null));
        return Stream.concat(Stream.of(desks), others).toList();
    }

    private List<AgentView.Charge> charges(AgentId agent, Crew crew, Map<OrganizationId, Organization> known) {
        var parts = parts();
        return crew.charges().entrySet().stream()
                .filter(it -> it.getValue().equals(agent))
                .map(Map.Entry::getKey)
                .map(it -> {
                    var organization = Objects.requireNonNull(known.get(it.organization()));
                    return new AgentView.Charge(
                            parts.getOrDefault(it.role(), it.role()), organization.name(), organization.key());
                })
                .sorted(Comparator.comparing(AgentView.Charge::organization))
                .toList();
    }

    private static List<AgentView.Choice> choices(Map<String, String> names, Set<String> chosen) {
        var known = names.entrySet().stream()
                .map(it -> new AgentView.Choice(it.getKey(), it.getValue(), chosen.contains(it.getKey()), null));
        return Stream.concat(known, gone(names, chosen).stream()).toList();
    }

    private static List<AgentView.Choice> gone(Map<String, String> names, Set<String> chosen) {
        return chosen.stream()
                .filter(it -> !names.containsKey(it))
                .sorted()
                .map(it -> new AgentView.Choice(it, it, true, "not in the charter any more"))
                .toList();
    }

    private static List<String> names(Map<String, String> names, Set<String> chosen) {
        return choices(names, chosen).stream()
                .filter(AgentView.Choice::chosen)
                .map(AgentView.Choice::name)
                .toList();
    }

    private Map<String, String> groups() {
        var names = new LinkedHashMap<String, String>();
        positions.groups().forEach(it -> names.put(it.id(), it.name()));
        return names;
    }

    private Map<String, String> parts() {
        var names = new LinkedHashMap<String, String>();
        positions.parts().forEach(it -> names.put(it.id(), it.name()));
        return names;
    }

    private Map<OrganizationId, Organization> organizations(Stream<OrganizationId> ids) {
        return organizations.all(ids.toList());
    }

    static String title(Role role) {
        return switch (role) {
            case AGENT -> "Agent";
            case MANAGER -> "Manager";
            case ADMIN -> "Administrator";
            case AUDITOR -> "Auditor";
        };
    }

    private static String about(Role role) {
        return switch (role) {
            case AGENT -> "works on tickets";
            case MANAGER -> "also runs the desk: charter, contracts, people, mail";
            case ADMIN -> "also says who may do what, and makes tokens for all";
            case AUDITOR -> "sees all that happened, and changes nothing";
        };
    }
}
