package threeline.desk.intake.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import threeline.desk.contract.Charters;
import threeline.desk.contract.Contract;
import threeline.desk.contract.Contracts;
import threeline.desk.people.Organization;
import threeline.desk.people.Organizations;
import threeline.desk.people.access.Action;
import threeline.desk.people.access.Actor;
import threeline.desk.people.access.May;
import threeline.desk.people.access.Rights;
import threeline.desk.web.Problem;
import threeline.desk.web.ProblemException;
import threeline.promises.calendar.Region;
import threeline.promises.keeping.Terms;

/** What was agreed with an organization: the package that it bought, its own zone and holidays. */
@RestController
@RequestMapping("/api/v1/organizations/{key}/contract")
class ContractController {

    private static final int LONGEST_WORD = 60;

    private final Contracts contracts;
    private final Organizations organizations;
    private final Charters charters;

    ContractController(Contracts contracts, Organizations organizations, Charters charters) {
        this.contracts = contracts;
        this.organizations = organizations;
        this.charters = charters;
    }

    /** A contract as programs see it; null is what the charter says to everybody. */
    record View(
            String organization,
            String name,
            @Nullable String bought,
            @Nullable String zone,
            @Nullable String holidays,
            @Nullable Instant since) {

        static View of(Organization it, @Nullable Contract contract) {
            var terms = contract == null ? Terms.none() : contract.terms();
            return new View(
                    it.key(),
                    it.name(),
                    terms.bought(),
                    terms.zone() == null ? null : terms.zone().getId(),
                    terms.holidays() == null ? null : terms.holidays().code(),
                    contract == null ? null : contract.since());
        }
    }

    /** Whoever is of an organization themselves finds no other. */
    @GetMapping
    @May(Action.SEE_CHARTER)
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> read(@PathVariable String key, Actor actor) {
        var organization = organizations
                .find(key)
                .filter(it -> Rights.may(actor, Action.SEE_CONTRACTS, new Rights.Thing.OfOrganization(it.id())))
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound("There is no organization \"%s\" at this desk.".formatted(key))));
        var agreed = contracts.of(organization.id());
        return Answer.ok(View.of(organization, agreed.isEmpty() ? null : agreed.getLast()))
                .asResponse();
    }

    /** From now on this is agreed; tickets that are open follow it. A new organization is written down. */
    @PutMapping
    @May(Action.MANAGE_CONTRACTS)
    @Transactional
    public ResponseEntity<byte[]> agree(@PathVariable String key, Actor actor, Asking asking) {
        var terms = asking.read(this::terms);
        var organization = organizations.find(key).orElseGet(() -> organizations.named(key));
        var contract = contracts.agree(organization.id(), terms, actor.agent().name());
        return Answer.ok(View.of(organization, contract)).asResponse();
    }

    private Terms terms(Fields in) {
        var bought = in.optionalText("bought", LONGEST_WORD);
        var packages = charters.current().charter().offers().packages().keySet();
        if (bought != null && !packages.contains(bought)) {
            in.fault(
                    "bought",
                    "There is no package \"%s\" in this desk's charter; there are: %s."
                            .formatted(bought, String.join(", ", packages)));
        }
        return new Terms(bought, zone(in), holidays(in));
    }

    private static @Nullable ZoneId zone(Fields in) {
        var zone = in.optionalText("zone", LONGEST_WORD);
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            in.fault("zone", "There is no zone \"%s\"; send one such as Europe/Berlin.".formatted(zone));
            return null;
        }
    }

    private static @Nullable Region holidays(Fields in) {
        var holidays = in.optionalText("holidays", LONGEST_WORD);
        if (holidays != null && !Region.isKnown(holidays)) {
            in.fault("holidays", "No holidays are known for \"%s\"; send a code such as DE-BY.".formatted(holidays));
            return null;
        }
        return holidays == null ? null : new Region(holidays);
    }
}
