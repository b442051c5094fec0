package threeline.desk.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Events as the table keeps them: a kind, and the rest as JSON; no class name is ever read from data. */
final class EventCodec {

    /** A timeline outlives versions: what an event came to say later stands in none of those that were written before. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** How one kind is kept, worked out once. */
    private record Form(String kind, boolean isBare, ObjectReader reader) {

        static Form of(Class<?> type) {
            var kind =
                    type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            return new Form(kind, type.getRecordComponents().length == 0, JSON.readerFor(type));
        }
    }

    private static final Map<Class<?>, Form> FORMS =
            all(TicketEvent.class).collect(Collectors.toUnmodifiableMap(Function.identity(), Form::of));

    private static final Map<String, Form> KINDS =
            FORMS.values().stream().collect(Collectors.toUnmodifiableMap(Form::kind, Function.identity()));

    /** Asked for by itself, of all tickets. */
    static final String DUE_MOVED = kindOf(TicketEvent.DueMoved.class);

    private EventCodec() {}

    static String kind(TicketEvent event) {
        return kindOf(event.getClass());
    }

    static String kindOf(Class<?> type) {
        return form(type).kind();
    }

    /** What the event says besides its kind; null where that is nothing. */
    static @Nullable JSONB details(TicketEvent event) {
        return form(event.getClass()).isBare() ? null : JSONB.valueOf(JSON.writeValueAsString(event));
    }

    static TicketEvent read(String kind, @Nullable JSONB details) {
        var form = KINDS.get(kind);
        if (form == null) {
            throw new IllegalStateException("a timeline of a newer version of this program: unknown kind " + kind);
        }
        return form.reader().readValue(details == null ? "{}" : details.data());
    }

    private static Form form(Class<?> type) {
        return Objects.requireNonNull(FORMS.get(type));
    }

    private static Stream<Class<?>> all(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCodec::all)
                : Stream.<Class<?>>of(type);
    }
}
