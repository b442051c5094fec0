import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Breaks one check of the walls at a time, in a copy, and holds the tests against it that prove them: each has to be noticed.
 * What is broken stands in walls.txt; nothing of the tree is changed. One desk runs all along, and what is broken is put into it
 * while it runs; what can't be, such as a policy of the database, has a desk of its own. Run by bin/mutation --walls.
 */
final class Mutants {

    private static final String TESTS = "threeline.";

    /** What proves the walls as a whole. */
    private static final List<String> PROOFS = List.of(
            "desk.people.web.TwoWorldsTest",
            "desk.people.web.StreamMatrixTest",
            "desk.people.web.LiveStreamTest",
            "desk.people.web.RightsMatrixTest",
            "desk.people.web.CanaryCrawlTest",
            "desk.people.web.IdentityMutationTest");

    private static final int LONGEST_MINUTES = 12;

    private final Path classes = Path.of("target/mutants/classes");
    private final Path changed = Path.of("target/mutants/changed");
    private final Path whole = Path.of("target/classes");
    private final String classpath;
    private Trial running;

    private Mutants(String classpath) {
        this.classpath = classpath;
    }

    /** One check that is broken; {@code fresh} where a desk has to start with it. */
    private record Mutant(String what, Path file, String old, String broken, List<String> sharpest, boolean fresh) {

        String applied() throws IOException {
            var text = Files.readString(file);
            var at = text.indexOf(old);
            if (at < 0 || text.indexOf(old, at + 1) >= 0) {
                throw new IllegalStateException("%s: not there exactly once in %s".formatted(what, file));
            }
            return text.replace(old, broken);
        }

        List<String> tests() {
            return Stream.concat(sharpest.stream(), PROOFS.stream()).distinct().toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("--hold")) {
            hold();
        } else {
            new Mutants(arguments[0]).all(arguments.length > 1 ? arguments[1] : "");
        }
    }

    private void all(String only) throws Exception {
        var mutants = read(Path.of("src/mutants/walls.txt")).stream().filter(it -> it.what().contains(only)).toList();
        for (var each : mutants) {
            each.applied(); // what doesn't fit any more is said at once
        }
        running = start(whole);
        if (running.noticed(only.isEmpty() ? PROOFS : PROOFS.subList(0, 1)) instanceof String by) {
            throw new IllegalStateException("with nothing broken, fails already: " + by);
        }
        var found = 0;
        for (var each : mutants) {
            var by = each.fresh() ? fresh(each) : swapped(each);
            found += by == null ? 0 : 1;
            System.out.printf("%-8s %s%s%n", by == null ? "SURVIVED" : "found", each.what(), by == null ? "" : " <- " + by);
        }
        running.close();
        System.out.printf("%d of %d found%n", found, mutants.size());
        System.exit(found == mutants.size() ? 0 : 1);
    }

    /** What noticed it; null for nothing. */
    private String swapped(Mutant mutant) throws Exception {
        clear(changed);
        compile(mutant, changed, whole);
        if (!running.swap(changed, changed)) {
            return fresh(mutant);
        }
        var by = running.noticed(mutant.tests());
        if (by == Trial.NEVER_ENDED) {
            running.close();
            running = start(whole);
        } else {
            running.swap(changed, whole);
        }
        return by;
    }

    /** The same with a desk that starts with it. */
    private String fresh(Mutant mutant) throws Exception {
        clear(classes);
        copy();
        if (mutant.file().toString().endsWith(".sql")) {
            Files.writeString(classes.resolve("db/migration").resolve(mutant.file().getFileName()), mutant.applied());
        } else {
            compile(mutant, classes, classes);
        }
        try (var trial = start(classes)) {
            return trial.noticed(mutant.tests());
        }
    }

    private void compile(Mutant mutant, Path into, Path with) throws IOException {
        var folder = Files.createDirectories(Path.of("target/mutants/source"));
        var source = Files.writeString(folder.resolve(mutant.file().getFileName()), mutant.applied());
        Files.createDirectories(into);
        var code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-nowarn", "-g", "-proc:none", "-parameters", "-d", into.toString(),
                        "-cp", with + File.pathSeparator + classpath, source.toString());
        if (code != 0) {
            throw new IllegalStateException("doesn't compile: " + mutant.what());
        }
    }

    private Trial start(Path with) throws Exception {
        return new Trial(Stream.of(with.toString(), "target/test-classes", "target/mutants/tool", classpath)
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /** A desk elsewhere that tests are run against, and whose classes can be exchanged meanwhile. */
    private static final class Trial implements AutoCloseable {

        static final String NEVER_ENDED = "a test that never ended";

        private final Process process;
        private final String port;
        private final PrintStream orders;
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

        Trial(String classpath) throws Exception {
            try (var free = new ServerSocket(0)) {
                port = Integer.toString(free.getLocalPort());
            }
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-Xmx1g",
                            "-XX:+UseSerialGC",
                            "-Djdk.serialFilter=!*",
                            "--enable-native-access=ALL-UNNAMED",
                            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port,
                            "-cp",
                            classpath,
                            "Mutants",
                            "--hold")
                    .redirectErrorStream(true)
                    .start();
            orders = new PrintStream(process.getOutputStream(), true);
            var out = new BufferedReader(new InputStreamReader(process.getInputStream()));
            Thread.ofPlatform().daemon().start(() -> listen(out));
        }

        /** For a moment only, since whoever is attached holds it up. */
        private VirtualMachine attach() throws Exception {
            var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                    .filter(it -> it.name().equals("com.sun.jdi.SocketAttach"))
                    .findFirst()
                    .orElseThrow();
            var how = connector.defaultArguments();
            how.get("hostname").setValue("127.0.0.1");
            how.get("port").setValue(port);
            return connector.attach(how);
        }

        private void listen(BufferedReader out) {
            try (var log = new PrintStream(new FileOutputStream("target/mutants/held.log"), true)) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    log.println(line);
                    if (line.startsWith("NOTICED ") || line.equals("HELD")) {
                        said.add(line);
                    }
                }
            } catch (IOException over) {
                // so is the trial
            }
        }

        /** What noticed that something is broken; null for nothing. */
        String noticed(List<String> tests) throws InterruptedException {
            said.clear();
            orders.println(tests.stream().map(TESTS::concat).collect(Collectors.joining(",")));
            var answer = said.poll(LONGEST_MINUTES, TimeUnit.MINUTES);
            return answer == null ? NEVER_ENDED : answer.equals("HELD") ? null : answer.substring("NOTICED ".length());
        }

        /** Takes each of these classes from there; false where that can't be done while it runs. */
        boolean swap(Path which, Path from) throws Exception {
            var machine = attach();
            var bytes = new HashMap<ReferenceType, byte[]>();
            try (var all = Files.walk(which)) {
                for (var each : all.filter(Files::isRegularFile).toList()) {
                    var name = which.relativize(each).toString().replace(".class", "").replace(File.separatorChar, '.');
                    for (var type : machine.classesByName(name)) {
                        bytes.put(type, Files.readAllBytes(from.resolve(which.relativize(each))));
                    }
                }
            }
            try {
                machine.redefineClasses(bytes);
                return !bytes.isEmpty();
            } catch (UnsupportedOperationException | LinkageError notWhileItRuns) {
                return false;
            } finally {
                machine.dispose();
            }
        }

        @Override
        public void close() throws InterruptedException {
            orders.close(); // it ends, and its database with it
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void copy() throws IOException {
        try (var all = Files.walk(whole)) {
            for (var each : all.toList()) {
                var to = classes.resolve(whole.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
    }

    /**
     * A line with what is broken, one with where, what stands there behind {@code -} and what comes in its place behind
     * {@code +}; behind {@code ?} a test to ask first, since it is made for that; and {@code !} where a desk has to start with it.
     */
    private static List<Mutant> read(Path list) throws IOException {
        var all = new ArrayList<Mutant>();
        for (var block : Files.readString(list).split("\n\n")) {
            var lines = Arrays.stream(block.split("\n")).filter(it -> !it.startsWith("#")).toList();
            if (lines.size() > 2) {
                var file = lines.get(1).endsWith(".sql")
                        ? Path.of("src/main/resources/db/migration", lines.get(1))
                        : Path.of("src/main/java/threeline/desk", lines.get(1));
                all.add(new Mutant(lines.getFirst(), file, behind(lines, "- "), behind(lines, "+ "), lines.stream().filter(it -> it.startsWith("? ")).map(it -> it.substring(2)).toList(),
                        lines.contains("!") || lines.get(1).endsWith(".sql")));
            }
        }
        return all;
    }

    private static String behind(List<String> lines, String mark) {
        return lines.stream().filter(it -> it.startsWith(mark)).map(it -> it.substring(mark.length())).collect(Collectors.joining("\n"));
    }

    /** For each line of tests that comes in, runs them until one fails, and says so; ends when no more can come. */
    private static void hold() throws IOException {
        var orders = new BufferedReader(new InputStreamReader(System.in));
        for (var line = orders.readLine(); line != null; line = orders.readLine()) {
            var noticed = Arrays.stream(line.split(",")).map(Mutants::failing).filter(it -> it != null).findFirst();
            System.out.println("\n" + noticed.map(it -> "NOTICED " + it).orElse("HELD"));
            System.out.flush();
        }
        System.exit(0);
    }

    /** The first of a class that fails; null where none does. A desk that doesn't even start is noticed too. */
    private static String failing(String tests) {
        var failed = new ArrayList<String>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    result.getThrowable().ifPresent(it -> it.printStackTrace(System.out));
                    failed.add(tests.replaceAll(".*\\.", "") + "." + test.getDisplayName());
                }
            }
        });
        return failed.isEmpty() ? null : failed.getFirst();
    }
}
