CREATE VIEW available_things_2 AS
SELECT thing_id, name, price, colour FROM things WHERE state IN ('new', 'used');
DELIMITER //
CREATE PROCEDURE find_all_things_2(IN name_part VARCHAR(100), IN wanted_colour VARCHAR(20))
BEGIN
    SELECT thing_id, name, price, colour FROM things
    WHERE name LIKE CONCAT('%', name_part, '%') AND colour = wanted_colour;
END //
DELIMITER ;
