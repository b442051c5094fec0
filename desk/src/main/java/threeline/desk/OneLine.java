package threeline.desk;

import java.net.BindException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import threeline.desk.database.Trouble;
import threeline.desk.tenant.WrongSetting;

/** Says what keeps the desk from starting in one line, where one line says it; anything else is ours to mend and shown in full. */
final class OneLine implements SpringBootExceptionReporter {

    OneLine(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var line = causes(failure).flatMap(OneLine::said).findFirst();
        line.ifPresent(it -> System.err.println("threeline: " + it));
        return line.isPresent();
    }

    private static Stream<String> said(Throwable cause) {
        return switch (cause) {
            case Trouble trouble -> Stream.of(String.valueOf(trouble.getMessage()));
            case WrongSetting wrong -> Stream.of(String.valueOf(wrong.getMessage()));
            case PortInUseException port -> Stream.of("port %d is taken by another program".formatted(port.getPort()));
            case BindException bind -> Stream.of("a port could not be opened: " + bind.getMessage());
            case FlywayException flyway ->
                Stream.of("the tables do not fit this version of Threeline: %s; UPGRADING.md says how to go on"
                        .formatted(firstLines(flyway)));
            default -> Stream.empty();
        };
    }

    private static String firstLines(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
