package threeline.desk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** One style sheet, one script and one sheet of icons, each joined of its parts in the order of their names. */
@Component("look")
public class Assets {

    private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Asset style;
    private final Asset script;
    private final Asset icons;
    private final Asset mark;
    private final Map<String, Asset> byPath;

    Assets() {
        style = Asset.of("threeline.css", "text/css;charset=UTF-8", join("classpath:/static/css/*.css"));
        script = Asset.of("threeline.js", "text/javascript;charset=UTF-8", join(HTMX, "classpath:/static/js/*.js"));
        icons = Asset.of("icons.svg", "image/svg+xml;charset=UTF-8", join("classpath:/static/icons.svg"));
        mark = Asset.of("mark.svg", "image/svg+xml;charset=UTF-8", join("classpath:/static/mark.svg"));
        byPath = Stream.of(style, script, icons, mark).collect(Collectors.toMap(Asset::path, Function.identity()));
    }

    public String style() {
        return style.path();
    }

    public String script() {
        return script.path();
    }

    public String icons() {
        return icons.path();
    }

    /** The three strokes, for the browser's tab. */
    public String mark() {
        return mark.path();
    }

    Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private static byte[] join(String... patterns) {
        var all = new ByteArrayOutputStream();
        for (var pattern : patterns) {
            for (var part : parts(pattern)) {
                all.writeBytes(content(part));
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    private static List<Resource> parts(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(part -> String.valueOf(part.getFilename())))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] content(Resource part) {
        try {
            return part.getContentAsByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
