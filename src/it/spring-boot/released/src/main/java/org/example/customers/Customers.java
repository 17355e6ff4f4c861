package org.example.customers;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Release 1.0: knows customers by their last name. */
@RestController
class Customers {
    private final JdbcTemplate database;

    Customers(JdbcTemplate database) {
        this.database = database;
    }

    @GetMapping("/customers")
    List<String> names() {
        return database.queryForList("SELECT last_name FROM customers ORDER BY id", String.class);
    }

    @PostMapping("/customers")
    void add(@RequestParam String name) {
        database.update("INSERT INTO customers (last_name) VALUES (?)", name);
    }
}
