package threeline.desk.people.provision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threeline.desk.mail.MailAddress;
import threeline.desk.people.Agent;
import threeline.desk.people.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An agent as a program provisions one.
 *
 * @param role null leaves it as it is
 */
record ScimUser(
        String userName,
        @Nullable String externalId,
        String name,
        String email,
        boolean active,
        @Nullable Role role) {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final int LONGEST = 200;

    /** What is kept of one, besides. */
    record Kept(Agent agent, String userName, @Nullable String externalId, boolean active, Set<String> groups) {}

    static ScimUser of(JsonNode it) {
        var userName = Attributes.text(it, "userName").toLowerCase(Locale.ROOT);
        if (userName.isEmpty() || userName.length() > LONGEST) {
            throw ScimRefusal.invalid("invalidValue", "userName is missing, or too long.");
        }
        var externalId = Attributes.text(it, "externalId");
        return new ScimUser(
                userName,
                externalId.isEmpty() ? null : cut(externalId),
                name(it, userName),
                email(it, userName),
                active(it),
                role(it));
    }

    /** The same, sent in place of what was known. Of its names the one that is new counts, whichever part of it changed. */
    static ScimUser instead(JsonNode known, JsonNode it) {
        var user = of(it);
        var before = names(known).toList();
        var name = names(it).filter(one -> !before.contains(one)).findFirst().orElse(user.name());
        return new ScimUser(user.userName(), user.externalId(), name, user.email(), user.active(), user.role());
    }

    private static String name(JsonNode it, String userName) {
        return names(it).findFirst().orElse(userName);
    }

    private static Stream<String> names(JsonNode it) {
        var parts =
                "%s %s".formatted(Attributes.text(it, "name", "givenName"), Attributes.text(it, "name", "familyName"));
        return Stream.of(Attributes.text(it, "displayName"), parts, Attributes.text(it, "name", "formatted"))
                .map(name -> cut(name.replaceAll("\\p{Cntrl}+", " ").strip()))
                .filter(name -> !name.isEmpty());
    }

    private static String email(JsonNode it, String userName) {
        var emails = Attributes.find(it, "emails").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
        var email = emails.stream()
                .filter(one -> Attributes.text(one, "primary").equals("true"))
                .findFirst()
                .or(() -> emails.stream().findFirst())
                .map(one -> Attributes.text(one, "value"))
                .filter(one -> !one.isEmpty())
                .orElse(userName);
        if (email.chars().anyMatch(c -> c <= ' ' || c == 0x7f)
                || !MailAddress.of(email).isUsable()) {
            throw ScimRefusal.invalid("invalidValue", "Neither emails nor userName is a mail address.");
        }
        return MailAddress.normal(email);
    }

    /** Some programs send it as a word. */
    private static boolean active(JsonNode it) {
        return Attributes.find(it, "active")
                .map(one -> !one.asString("true").equalsIgnoreCase("false"))
                .orElse(true);
    }

    private static @Nullable Role role(JsonNode it) {
        var word = Optional.of(Attributes.text(it, "roles", "value"))
                .filter(one -> !one.isEmpty())
                .orElseGet(() -> Attributes.find(it, "roles")
                        .filter(one ->
                                one.isArray() && !one.isEmpty() && one.get(0).isString())
                        .map(one -> one.get(0).asString(""))
                        .orElse(""));
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> ScimRefusal.invalid(
                        "invalidValue", "A role is \"agent\", \"manager\", \"admin\" or \"auditor\"."));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** We keep one name; its last word is taken for the family's, as most that ask write it. */
    private static void putName(ObjectNode json, String name) {
        var last = name.lastIndexOf(' ');
        json.put("formatted", name).put("givenName", last < 0 ? name : name.substring(0, last));
        if (last >= 0) {
            json.put("familyName", name.substring(last + 1));
        }
    }

    static ObjectNode json(Kept it, String base) {
        var id = Long.toString(it.agent().id().value());
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(SCHEMA);
        json.put("id", id);
        if (it.externalId() != null) {
            json.put("externalId", it.externalId());
        }
        json.put("userName", it.userName())
                .put("displayName", it.agent().name())
                .put("active", it.active());
        putName(json.putObject("name"), it.agent().name());
        json.putArray("emails")
                .addObject()
                .put("value", it.agent().email())
                .put("type", "work")
                .put("primary", true);
        json.putArray("roles")
                .addObject()
                .put("value", it.agent().role().name().toLowerCase(Locale.ROOT))
                .put("primary", true);
        var groups = json.putArray("groups");
        it.groups().stream().sorted().forEach(group -> groups.addObject().put("value", group));
        json.putObject("meta").put("resourceType", "User").put("location", base + "/Users/" + id);
        return json;
    }
}
