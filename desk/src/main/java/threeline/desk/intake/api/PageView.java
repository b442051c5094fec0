package threeline.desk.intake.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, and the cursor that asks for the next; none at the end. */
record PageView<T>(List<T> items, @Nullable String next) {

    /** Of one more than was asked for: the one more says that there is a next page. */
    static <S, T> PageView<T> of(
            List<S> found, int limit, Function<List<S>, List<T>> shown, Function<S, Cursor> after) {
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? after.apply(page.getLast()).text() : null;
        return new PageView<>(shown.apply(page), next);
    }
}
