UPDATE `Property` SET `Value`='一窗' WHERE `Property`='ProductName'
UPDATE `Property` SET `Value`='一窗项目组' WHERE `Property`='Manufacturer'
UPDATE `Shortcut` SET `Name`='YICHUANG|一窗' WHERE `Shortcut`='InMenu'
UPDATE `Shortcut` SET `Name`='YICHUANG|一窗' WHERE `Shortcut`='OnDesktop'
UPDATE `Shortcut` SET `Description`='综合窗口受理程序' WHERE `Shortcut`='OnDesktop'
UPDATE `Shortcut` SET `Description`='综合窗口受理程序' WHERE `Shortcut`='InMenu'
UPDATE `Directory` SET `DefaultDir`='YICHUANG|一窗' WHERE `Directory`='MenuFolder'
UPDATE `Feature` SET `Title`='一窗' WHERE `Feature`='Main'
UPDATE `LaunchCondition` SET `Description`='本机已安装更新的版本，不能装回旧版本。' WHERE `Condition`='NOT WIX_DOWNGRADE_DETECTED'
UPDATE `RemoveFile` SET `DirProperty`='INSTALLDIR' WHERE `FileKey`='RemoveInstallFolder'
DELETE FROM `Property` WHERE `Property`='SecureCustomProperties'
INSERT INTO `Property` (`Property`, `Value`) VALUES ('SecureCustomProperties', 'WIX_UPGRADE_DETECTED;WIX_DOWNGRADE_DETECTED;BACKOFFICE;HALL;WINDOWNUMBER;CALENDARKEY;RECOVERYKEY;UPDATES;UPDATEKEY;UPDATEFOLDER;KEPT_BACKOFFICE;KEPT_HALL;KEPT_WINDOWNUMBER;KEPT_CALENDARKEY;KEPT_RECOVERYKEY;KEPT_UPDATES;KEPT_UPDATEKEY;KEPT_UPDATEFOLDER;REMOVEDATA')
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepBackoffice', 51, 'BACKOFFICE', '[KEPT_BACKOFFICE]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepBackoffice', 'KEPT_BACKOFFICE AND NOT BACKOFFICE', 60)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepHall', 51, 'HALL', '[KEPT_HALL]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepHall', 'KEPT_HALL AND NOT HALL', 61)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepWindownumber', 51, 'WINDOWNUMBER', '[KEPT_WINDOWNUMBER]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepWindownumber', 'KEPT_WINDOWNUMBER AND NOT WINDOWNUMBER', 62)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepCalendarkey', 51, 'CALENDARKEY', '[KEPT_CALENDARKEY]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepCalendarkey', 'KEPT_CALENDARKEY AND NOT CALENDARKEY', 63)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepRecoverykey', 51, 'RECOVERYKEY', '[KEPT_RECOVERYKEY]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepRecoverykey', 'KEPT_RECOVERYKEY AND NOT RECOVERYKEY', 64)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepUpdates', 51, 'UPDATES', '[KEPT_UPDATES]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepUpdates', 'KEPT_UPDATES AND NOT UPDATES', 65)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepUpdatekey', 51, 'UPDATEKEY', '[KEPT_UPDATEKEY]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepUpdatekey', 'KEPT_UPDATEKEY AND NOT UPDATEKEY', 66)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeepUpdatefolder', 51, 'UPDATEFOLDER', '[KEPT_UPDATEFOLDER]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeepUpdatefolder', 'KEPT_UPDATEFOLDER AND NOT UPDATEFOLDER', 67)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RemoveStore', 98, 'INSTALLDIR', '"[System64Folder]cmd.exe" /c rd /s /q "[LocalAppDataFolder]yichuang"')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveStore', 'REMOVE="ALL" AND REMOVEDATA="1" AND NOT UPGRADINGPRODUCTCODE', 1510)
