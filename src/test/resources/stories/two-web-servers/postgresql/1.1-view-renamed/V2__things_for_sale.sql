ALTER VIEW available_things RENAME TO things_for_sale; -- expect: view-renamed available_things
