CREATE OR REPLACE VIEW available_things AS -- expect: view-edited available_things
SELECT thing_id, name, price FROM things WHERE state IN ('new', 'used');
