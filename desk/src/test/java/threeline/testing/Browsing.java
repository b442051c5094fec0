package threeline.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for the run, a new and empty window for every page asked for. A page that complains on its console (a
 * script refused by the content policy does), or that asks anyone but us for anything, fails its test; a test that
 * fails leaves a picture in {@code target/screens}.
 */
class Browsing implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(Browsing.class);
    /** That somebody was refused something is an answer, which the page tells; the console's word of it is no complaint. */
    private static final Pattern REFUSAL = Pattern.compile("(status of|Error Code) 4(00|03|09|10|22)\\b");

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var window = chromium(test)
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setReducedMotion(
                                ReducedMotion.REDUCE)); // what is half faded in has not the colours it will have
        var page = window.newPage();
        page.setDefaultTimeout(10_000);
        var opened = opened(test);
        opened.windows().add(window);
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") && !REFUSAL.matcher(it.text()).find()) {
                opened.complaints().add(it.text() + " " + it.location());
            }
        });
        page.onPageError(opened.complaints()::add);
        page.onRequest(it -> {
            if (outside(it.url())) {
                opened.complaints().add("asked for " + it.url());
            }
        });
        return page;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        var opened = opened(test);
        if (test.getExecutionException().isPresent()) {
            opened.windows().forEach(it -> picture(it, test));
        } else if (!opened.complaints().isEmpty()) {
            throw new AssertionError("the browser complained: " + opened.complaints());
        }
    }

    private static void picture(BrowserContext window, ExtensionContext test) {
        var name = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        window.pages()
                .forEach(it -> it.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/%s.%d.png"
                                .formatted(name, window.pages().indexOf(it))))));
    }

    private static boolean outside(String url) {
        var uri = URI.create(url.replaceAll("[^!-~]", "").replaceFirst("[?#].*", ""));
        return uri.getHost() != null && !uri.getHost().matches("localhost|127\\.0\\.0\\.1|.*\\.localhost");
    }

    private static Opened opened(ExtensionContext test) {
        return test.getStore(HERE)
                .computeIfAbsent(Opened.class, _ -> new Opened(new ArrayList<>(), new ArrayList<>()), Opened.class);
    }

    private static Chromium chromium(ExtensionContext test) {
        return test.getRoot().getStore(HERE).computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    record Opened(List<BrowserContext> windows, List<String> complaints) implements AutoCloseable {

        @Override
        public void close() {
            windows.forEach(BrowserContext::close);
        }
    }

    record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static Chromium start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var path = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
            return new Chromium(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of(path))
                                    .setArgs(FLAGS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
