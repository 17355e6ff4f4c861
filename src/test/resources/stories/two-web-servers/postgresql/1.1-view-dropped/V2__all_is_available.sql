DROP VIEW available_things; -- expect: view-dropped available_things
