--liquibase formatted sql
--changeset bo:born
ALTER TABLE people ADD born date NOT NULL;
--rollback ALTER TABLE people DROP COLUMN born;
