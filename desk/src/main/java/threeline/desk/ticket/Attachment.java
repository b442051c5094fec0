package threeline.desk.ticket;

/** A file on a timeline: the how-manieth of its entry, and what its sender called it. Size in bytes. */
public record Attachment(int place, String name, String type, long size) {}
