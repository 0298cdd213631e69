create table slipway.proposed_scope (
    release text primary key,
    unit    text not null,
    tag     text not null,
    rfcs    text not null,
    refusal text
);
