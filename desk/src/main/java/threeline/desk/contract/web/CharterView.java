package threeline.desk.contract.web;

import java.util.List;

/** A version of the charter as its page shows it. */
public record CharterView(int version, String since, List<CharterLine> lines) {}
