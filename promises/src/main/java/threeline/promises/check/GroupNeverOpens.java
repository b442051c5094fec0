package threeline.promises.check;

import threeline.promises.source.Code;

/** A group whose cover never opens. */
final class GroupNeverOpens implements Rule {

    @Override
    public void look(Look look) {
        for (var group : look.charter().groups()) {
            var cover = look.calendar(Look.cover(group.covers()));
            if (cover.isPresent() && cover.get().opensAt(look.from()) == null) {
                look.findings()
                        .error(
                                Code.VALUE_BAD,
                                look.place("groups", group.id(), "covers"),
                                "%s covers \"%s\", which never opens".formatted(group.name(), group.covers()),
                                "whatever goes to it waits forever",
                                "give the calendar hours");
            }
        }
    }
}
