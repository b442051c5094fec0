package threeline.promises.charter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests come in: channels in the order the desk prefers, categories, applications, and what roles may do. */
public record WaysIn(
        Map<String, Channel> channels,
        Map<String, Category> categories,
        Map<String, String> applications,
        Map<String, Role> roles) {

    /** The channel of that name, or the only one of that kind; any built-in kind where no channels are described. */
    Optional<Channel> channel(String nameOrKind) {
        var named = channels.get(nameOrKind);
        if (named != null) {
            return Optional.of(named);
        }
        var kind = Channel.By.of(nameOrKind);
        return kind.flatMap(by -> channels.isEmpty() ? Optional.of(Channel.builtIn(by)) : only(ofKind(by)));
    }

    /** The channel of that name, or all of that kind; where nobody described any, one without restrictions. */
    List<Channel> called(String nameOrKind) {
        var named = channels.get(nameOrKind);
        return named != null
                ? List.of(named)
                : Channel.By.of(nameOrKind).map(this::ofKindOrBuiltIn).orElse(List.of());
    }

    private List<Channel> ofKindOrBuiltIn(Channel.By by) {
        var described = ofKind(by);
        return described.isEmpty() ? List.of(Channel.builtIn(by)) : described;
    }

    private List<Channel> ofKind(Channel.By by) {
        return channels.values().stream().filter(channel -> channel.by() == by).toList();
    }

    private static Optional<Channel> only(List<Channel> channels) {
        return channels.size() == 1 ? Optional.of(channels.getFirst()) : Optional.empty();
    }

    WaysIn with(Map<String, Channel> others) {
        var all = new LinkedHashMap<>(channels);
        all.putAll(others);
        return new WaysIn(all, categories, applications, roles);
    }
}
