package threeline.desk.mail;

/** A file that travels with a mail. */
public record Attachment(String name, String type, byte[] content) {

    public Attachment {
        HeaderText.refuseControls(name);
        HeaderText.refuseControls(type);
    }
}
