package threeline.desk.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import threeline.desk.content.Content;
import threeline.desk.people.Requester;
import threeline.desk.portal.Asking;
import threeline.desk.ticket.About;
import threeline.desk.ticket.NewAttachment;
import threeline.desk.ticket.NewMessage;
import threeline.desk.ticket.NewTicket;

/** What was typed on the page for asking. */
record AskForm(
        @Nullable String subject,
        @Nullable String text,
        @Nullable String severity,
        @Nullable String category,
        @Nullable String application,
        @Nullable List<MultipartFile> files) {

    static final AskForm EMPTY = new AskForm(null, null, null, null, null, null);
    static final int LONGEST = 100_000;
    static final int LONGEST_SUBJECT = 200;

    static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static @Nullable String chosen(@Nullable String one) {
        return said(one).isEmpty() ? null : said(one);
    }

    NewTicket wish(Requester who) {
        return new NewTicket(
                who.id(),
                Asking.CHANNEL,
                chosen(severity),
                false,
                new About(chosen(category), chosen(application), null, null),
                new NewMessage(said(subject), said(text), attachments(files)));
    }

    static List<NewAttachment> attachments(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(AskForm::attachment)
                        .toList();
    }

    private static NewAttachment attachment(MultipartFile file) {
        try {
            var name = file.getOriginalFilename();
            var type = file.getContentType();
            return new NewAttachment(
                    name == null || name.isBlank() ? "file" : name,
                    type == null ? "application/octet-stream" : type,
                    Content.of(file.getBytes()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
