package threeline.desk.contract.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contract;
import threeline.desk.contract.Contracts;
import threeline.desk.people.Crew;
import threeline.desk.people.Crews;
import threeline.desk.people.Organization;
import threeline.desk.people.OrganizationId;
import threeline.desk.people.Organizations;
import threeline.desk.people.Positions;
import threeline.desk.people.RequesterId;
import threeline.desk.people.Requesters;
import threeline.desk.web.Moments;
import threeline.promises.charter.Charter;
import threeline.promises.keeping.Terms;

/** Puts the pages of organizations together, in the charter's words. */
@Component
@Transactional(readOnly = true)
class OrganizationPages {

    private static final int PAGE = 50;
    private static final String SUPER_USER = "super-user";
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(it -> it.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .toList();

    private final Organizations organizations;
    private final Contracts contracts;
    private final Charters charters;
    private final Requesters requesters;
    private final Crews crews;
    private final Positions positions;
    private final InstantSource time;

    OrganizationPages(
            Organizations organizations,
            Contracts contracts,
            Charters charters,
            Requesters requesters,
            Crews crews,
            Positions positions,
            InstantSource time) {
        this.organizations = organizations;
        this.contracts = contracts;
        this.charters = charters;
        this.requesters = requesters;
        this.crews = crews;
        this.positions = positions;
        this.time = time;
    }

    OrganizationsView list(String query, @Nullable String after, boolean mayAdd) {
        var found = organizations.called(query, after, PAGE + 1);
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var crew = crews.now();
        return new OrganizationsView(
                query,
                page.stream().map(it -> row(it, crew)).toList(),
                mayAdd,
                found.size() > PAGE ? page.getLast().name() : null);
    }

    private OrganizationsView.Row row(Organization it, Crew crew) {
        var agreed = agreed(it.id());
        var inCharge = positions.parts().stream()
                .flatMap(part -> crew.inCharge(it.id(), part.id()).stream()
                        .map(member ->
                                "%s: %s".formatted(part.name(), member.agent().name())))
                .toList();
        return new OrganizationsView.Row(
                it.key(), it.name(), agreed.isEmpty() ? TermsView.NOTHING : agreed.getFirst(), inCharge);
    }

    OrganizationView one(Organization it, @Nullable RequesterId after, OrganizationView.Kept kept) {
        var charter = charters.current().charter();
        var agreed = agreed(it.id());
        var now = contracts.of(it.id());
        return new OrganizationView(
                it,
                agreed.isEmpty() ? TermsView.NOTHING : agreed.getFirst(),
                agreed.isEmpty() ? List.of() : agreed.subList(1, agreed.size()),
                new OrganizationView.Choices(
                        TermsView.packages(
                                charter,
                                now.isEmpty() ? Terms.none() : now.getLast().terms()),
                        kept.mayAgree() ? ZONES : List.of()),
                charges(it.id()),
                people(it.id(), after, charter),
                kept);
    }

    /** The newest first. */
    private List<TermsView> agreed(OrganizationId id) {
        var charter = charters.current().charter();
        var moments = new Moments(charter.zone(), time.instant());
        var views = new ArrayList<TermsView>();
        @Nullable String until = null;
        for (Contract it : contracts.of(id).reversed()) {
            var from = moments.date(it.since()) + " " + moments.clock(it.since());
            views.add(TermsView.of(it, charter, from, until));
            until = from;
        }
        return views;
    }

    private List<OrganizationView.Charge> charges(OrganizationId id) {
        var crew = crews.now();
        return positions.parts().stream().map(part -> charge(part, id, crew)).toList();
    }

    private static OrganizationView.Charge charge(Positions.Part part, OrganizationId id, Crew crew) {
        var inCharge = crew.inCharge(id, part.id());
        var candidates = crew.members().stream()
                .filter(it -> it.organization() == null)
                .sorted(Comparator.comparing((Crew.Member it) -> it.agent().name()))
                .map(it -> new OrganizationView.Candidate(
                        it.id().value(),
                        it.agent().name(),
                        inCharge.filter(it::equals).isPresent()))
                .toList();
        return new OrganizationView.Charge(
                part.id(),
                part.name(),
                candidates,
                inCharge.map(it -> it.agent().name()).orElse(null));
    }

    private OrganizationView.People people(OrganizationId id, @Nullable RequesterId after, Charter charter) {
        var found = requesters.of(id, after, PAGE + 1);
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        var role = charter.waysIn().roles().get(SUPER_USER);
        return new OrganizationView.People(
                page,
                role == null ? "Super User" : role.name(),
                found.size() > PAGE ? page.getLast().id().value() : null);
    }
}
