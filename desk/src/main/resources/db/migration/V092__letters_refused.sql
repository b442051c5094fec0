-- What the charter does not let in is closed as such, and its sender is told the charter's words.
alter table intake.letter
    drop constraint letter_state_check,
    add constraint letter_state_check
        check (state in ('received', 'ticketed', 'appended', 'suppressed', 'quarantined', 'refused')),
    add check (state <> 'refused' or reason is not null);
