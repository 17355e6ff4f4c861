CREATE TABLE customers (
    customer_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    first_name VARCHAR(50) NULL,
    last_name VARCHAR(50) NOT NULL,
    email VARCHAR(200) NOT NULL,
    phone VARCHAR(20) NULL
);
CREATE TABLE things (
    thing_id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    price DECIMAL(10,2) NOT NULL,
    owner_id INT NULL,
    stock INT NOT NULL DEFAULT 1,
    state ENUM('new', 'used', 'sold') NOT NULL DEFAULT 'new'
);
CREATE TABLE wishes (
    thing_id INT NOT NULL,
    customer_id INT NOT NULL
);
CREATE VIEW available_things AS
SELECT thing_id, name, price FROM things WHERE state = 'new';
DELIMITER //
CREATE PROCEDURE find_all_things(IN name_part VARCHAR(100))
BEGIN
    SELECT thing_id, name, price FROM things WHERE name LIKE CONCAT('%', name_part, '%');
END //
DELIMITER ;
