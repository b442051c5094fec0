package threeline.desk;

import threeline.desk.mail.MailAddress;

/** What the first desk is made of. */
public record FirstForm(String code, String slug, String charter, String name, String email, String password) {

    static final FirstForm EMPTY = new FirstForm("", "", "", "", "", "");

    boolean isAddress() {
        return email.strip().chars().allMatch(c -> c > ' ' && c != 127)
                && MailAddress.of(email.strip()).isUsable();
    }
}
