package threeline.desk.people.provision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which of all somebody asks for: what holds, from where on (from 1), and how many. What is no number counts for none. */
record ScimPage(
        @Nullable String filter,
        @Nullable String startIndex,
        @Nullable String count) {

    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final int USUAL = 100;
    private static final int MOST = 200;

    ObjectNode of(List<? extends JsonNode> all) {
        var holding = filter == null ? null : ScimFilter.parse(filter);
        var first = Math.max(1, number(startIndex, 1));
        var found =
                all.stream().filter(it -> holding == null || holding.test(it)).toList();
        var shown = found.stream()
                .skip(first - 1L)
                .limit(Math.clamp(number(count, USUAL), 0, MOST))
                .toList();
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("schemas").add(LIST);
        body.put("totalResults", found.size()).put("startIndex", first).put("itemsPerPage", shown.size());
        var resources = body.putArray("Resources");
        shown.forEach(resources::add);
        return body;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
