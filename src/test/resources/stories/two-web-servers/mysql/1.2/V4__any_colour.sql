DELIMITER //
DROP PROCEDURE find_all_things_2 //
CREATE PROCEDURE find_all_things_2(IN name_part VARCHAR(100), IN wanted_colour VARCHAR(20)) -- expect: routine-edited find_all_things_2
BEGIN
    SELECT thing_id, name, price, colour FROM things
    WHERE name LIKE CONCAT('%', name_part, '%') AND (colour = wanted_colour OR wanted_colour IS NULL);
END //
DELIMITER ;
