package threeline.desk.people.provision;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.people.AgentId;
import threeline.desk.people.Appointments;
import threeline.desk.people.Positions;
import threeline.desk.people.Posting;
import threeline.desk.people.Postings;
import threeline.desk.people.access.Accounts;
import threeline.desk.people.access.Bearers;
import threeline.desk.tenant.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Does what a program provisions, each in one transaction: people come, change and go, and groups get their members. */
@Component
@Transactional
class Provisioning {

    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String BASE = "/api/scim/v2";

    private final Provisioned provisioned;
    private final Accounts accounts;
    private final Appointments appointments;
    private final Postings postings;
    private final Positions positions;
    private final Bearers bearers;

    Provisioning(
            Provisioned provisioned,
            Accounts accounts,
            Appointments appointments,
            Postings postings,
            Positions positions,
            Bearers bearers) {
        this.provisioned = provisioned;
        this.accounts = accounts;
        this.appointments = appointments;
        this.postings = postings;
        this.positions = positions;
        this.bearers = bearers;
    }

    List<ObjectNode> users() {
        return provisioned.all().stream().map(it -> ScimUser.json(it, BASE)).toList();
    }

    ObjectNode user(String id) {
        return ScimUser.json(provisioned.get(agent(id)), BASE);
    }

    ObjectNode add(ScimUser it, AgentId by) {
        var added = provisioned.add(it);
        return settled(added, it, by);
    }

    ObjectNode put(String id, ScimUser it, AgentId by) {
        var known = provisioned.get(agent(id));
        provisioned.put(known.agent().id(), it);
        return settled(known, it, by);
    }

    /** Their role and their access. Nobody's program takes away or changes whom it acts as, so that somebody is left. */
    private ObjectNode settled(ScimUser.Kept before, ScimUser it, AgentId by) {
        var id = before.agent().id();
        var role = it.role();
        if (role != null && role != before.agent().role()) {
            if (id.equals(by)) {
                throw ScimRefusal.conflict("A program does not change the role of whom it acts as.");
            }
            appointments.appoint(id, role);
        }
        if (!it.active()) {
            end(id, by);
        }
        return ScimUser.json(provisioned.get(id), BASE);
    }

    void remove(String id, AgentId by) {
        var known = provisioned.get(agent(id));
        provisioned.remove(known.agent().id());
        end(known.agent().id(), by);
    }

    private void end(AgentId id, AgentId by) {
        accounts.end(id, by);
        bearers.forget();
    }

    /** The charter's groups; who is in them is said here, what they are is said there. */
    List<ObjectNode> groups() {
        var users = provisioned.all();
        return positions.groups().stream().map(it -> group(it, users)).toList();
    }

    ObjectNode group(String id) {
        return group(known(id), provisioned.all());
    }

    /** From now on these are its members, and nobody else. */
    ObjectNode members(String id, JsonNode group) {
        var known = known(id);
        var wanted = Attributes.values(group, List.of("members", "value"))
                .map(it -> agent(it.asString("")))
                .collect(toSet());
        wanted.forEach(provisioned::get);
        var now = provisioned.all().stream()
                .filter(it -> it.groups().contains(known.id()))
                .map(it -> it.agent().id())
                .collect(toSet());
        wanted.stream().filter(it -> !now.contains(it)).forEach(it -> post(it, known.id(), true));
        now.stream().filter(it -> !wanted.contains(it)).forEach(it -> post(it, known.id(), false));
        return group(id);
    }

    /** Whoever wants one to be made finds it, if the charter has it. */
    ObjectNode named(JsonNode group) {
        var name = Attributes.text(group, "displayName");
        var known = positions.groups().stream()
                .filter(it -> it.name().equalsIgnoreCase(name) || it.id().equals(name))
                .findFirst()
                .orElseThrow(() -> ScimRefusal.invalid(
                        "invalidValue",
                        "The charter of %s has no group \"%s\"; groups are made there."
                                .formatted(Tenant.current().name(), name)));
        return members(known.id(), group);
    }

    private void post(AgentId id, String group, boolean in) {
        var posting = postings.of(id);
        var groups = in
                ? Stream.concat(posting.groups().stream(), Stream.of(group)).collect(toSet())
                : posting.groups().stream().filter(it -> !it.equals(group)).collect(toSet());
        appointments.post(id, new Posting(Set.copyOf(groups), posting.parts(), posting.language()));
    }

    private Positions.Group known(String id) {
        return positions.groups().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(ScimRefusal::notFound);
    }

    private static ObjectNode group(Positions.Group it, List<ScimUser.Kept> users) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(GROUP);
        json.put("id", it.id()).put("displayName", it.name());
        var members = json.putArray("members");
        users.stream()
                .filter(user -> user.groups().contains(it.id()))
                .forEach(user -> members.addObject()
                        .put("value", Long.toString(user.agent().id().value()))
                        .put("display", user.agent().name()));
        json.putObject("meta").put("resourceType", "Group").put("location", BASE + "/Groups/" + it.id());
        return json;
    }

    private static AgentId agent(String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw ScimRefusal.notFound();
        }
        return new AgentId(Long.parseLong(id));
    }
}
