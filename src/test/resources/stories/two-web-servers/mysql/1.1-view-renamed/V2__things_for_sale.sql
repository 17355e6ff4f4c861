RENAME TABLE available_things TO things_for_sale; -- expect: view-renamed available_things
