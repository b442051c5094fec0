package threeline.desk.mail.inbox;

import java.io.InputStream;

/** A message as an inbox's server hands it out, and its number there: it means that message for as long as the folder does. */
public record Fetched(long inbox, long uidValidity, long uid, InputStream text) {}
