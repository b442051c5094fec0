-- A file's pieces are read while it is sent, as its first one is; whose file it is stands with the attachment.
drop policy if exists portal on ticket.piece;
