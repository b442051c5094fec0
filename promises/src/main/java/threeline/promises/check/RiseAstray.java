package threeline.promises.check;

import threeline.promises.charter.Severity;
import threeline.promises.source.Code;

/** A severity that rises to itself or to a lower one. */
final class RiseAstray implements Rule {

    @Override
    public void look(Look look) {
        var ids = look.charter().severities().all().stream().map(Severity::id).toList();
        for (var severity : look.charter().severities().all()) {
            var rise = severity.rise();
            if (rise != null && ids.contains(rise.to()) && ids.indexOf(rise.to()) >= ids.indexOf(severity.id())) {
                look.findings()
                        .error(
                                Code.VALUE_BAD,
                                look.place("severities", severity.id(), "rises", "to"),
                                "%s rises to \"%s\", which is not above it".formatted(severity.name(), rise.to()),
                                "what is not dealt with would sink in the queue",
                                "name a severity that stands before it");
            }
        }
    }
}
