package threeline.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** How long files and methods are and how many parameters they take, as the compiler reads them. */
final class Sizes {

    record Limits(int file, int method, int parameters) {}

    private final Limits limits;
    private final List<String> found = new ArrayList<>();

    private Sizes(Limits limits) {
        this.limits = limits;
    }

    /** What is beyond the limits in a file or below a folder. */
    static List<String> beyond(Limits limits, Path place) throws IOException {
        var sizes = new Sizes(limits);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(place)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    paths.filter(it -> it.toString().endsWith(".java")).toList());
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("--enable-preview", "--release=25"), null, sources);
            for (var unit : task.parse()) {
                sizes.measure(unit, Trees.instance(task));
            }
        }
        return sizes.found;
    }

    private void measure(CompilationUnitTree unit, Trees trees) throws IOException {
        var name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        var lines = unit.getLineMap();
        var positions = trees.getSourcePositions();
        note(
                name,
                "lines",
                (int) unit.getSourceFile()
                        .getCharContent(true)
                        .toString()
                        .lines()
                        .count(),
                limits.file());
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                var place = name + " " + method.getName();
                var body = method.getBody();
                if (body != null) {
                    var length = lines.getLineNumber(positions.getEndPosition(unit, body))
                            - lines.getLineNumber(positions.getStartPosition(unit, body))
                            - 1;
                    note(place, "lines", (int) length, limits.method());
                    note(place, "parameters", method.getParameters().size(), limits.parameters());
                }
                return super.visitMethod(method, none);
            }
        }.scan(unit, null);
    }

    private void note(String what, String unit, int size, int limit) {
        if (size > limit) {
            found.add("%s has %d %s".formatted(what, size, unit));
        }
    }
}
