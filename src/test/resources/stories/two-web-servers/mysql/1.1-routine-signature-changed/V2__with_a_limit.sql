DELIMITER //
DROP PROCEDURE IF EXISTS find_all_things //
CREATE PROCEDURE find_all_things(IN name_part VARCHAR(100), IN at_most INT) -- expect: routine-signature-changed find_all_things
BEGIN
    SELECT thing_id, name, price FROM things WHERE name LIKE CONCAT('%', name_part, '%') LIMIT at_most;
END //
DELIMITER ;
